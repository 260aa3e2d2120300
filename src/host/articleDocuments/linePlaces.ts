// Lines and columns of a text whose lines end with "\n".

/** Gives the line and column of an offset, both from 0. */
export function linePlaces(text: string): (offset: number) => readonly [line: number, character: number] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    const line = Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    );
    return [line, offset - (starts[line] ?? 0)];
  };
}
