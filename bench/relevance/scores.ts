// How well a ranking puts the relevant documents first, by the measures of TREC's trec_eval.

export interface Scores {
  /** Normalised discounted cumulative gain of the first ten, from 0 to 1. */
  readonly ndcg10: number;
  /** Average precision over the whole ranking; its mean over the queries is MAP. */
  readonly averagePrecision: number;
  /** The share of the relevant documents among the first hundred. */
  readonly recall100: number;
}

/** Scores one query's ranking, best first, against the grades of its relevant documents. */
export function scoreRanking(ranking: readonly string[], grades: ReadonlyMap<string, number>): Scores {
  const gains = ranking.map((document) => grades.get(document) ?? 0);
  const ideal = [...grades.values()].sort((a, b) => b - a);
  let found = 0;
  let precisions = 0;
  gains.forEach((gain, place) => {
    if (gain > 0) precisions += ++found / (place + 1);
  });
  return {
    ndcg10: discountedGain(gains.slice(0, 10)) / discountedGain(ideal.slice(0, 10)),
    averagePrecision: precisions / grades.size,
    recall100: gains.slice(0, 100).filter((gain) => gain > 0).length / grades.size,
  };
}

/** The mean of each measure. */
export function meanScores(scores: readonly Scores[]): Scores {
  const mean = (of: (score: Scores) => number): number =>
    scores.reduce((sum, score) => sum + of(score), 0) / Math.max(1, scores.length);
  return {
    ndcg10: mean((score) => score.ndcg10),
    averagePrecision: mean((score) => score.averagePrecision),
    recall100: mean((score) => score.recall100),
  };
}

function discountedGain(gains: readonly number[]): number {
  return gains.reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
}
