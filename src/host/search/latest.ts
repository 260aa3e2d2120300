// Asks while the person types: one question at a time, and only the newest of those that wait.

export interface Latest<Question> {
  ask(question: Question): void;
  /** Ends it: an answer under way is dropped. */
  end(): void;
}

/**
 * Runs `answer` for each question and hands the result to `show`, unless a newer question came meanwhile: then the
 * result is stale and is dropped, and the newest question is the next to be answered.
 */
export function latest<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
  show: (answer: Answer | undefined, question: Question) => void,
): Latest<Question> {
  let newest: { readonly question: Question } | undefined;
  let running = false;

  const run = async (): Promise<void> => {
    running = true;
    while (newest !== undefined) {
      const asked = newest;
      const given = await answer(asked.question);
      if (newest !== asked) continue;
      newest = undefined;
      show(given, asked.question);
    }
    running = false;
  };

  return {
    ask(question) {
      newest = { question };
      if (!running) void run();
    },
    end() {
      newest = undefined;
    },
  };
}
