// The bytes of an answer, as many as are wanted.

/**
 * Gives the body without its compression, or undefined as soon as it is larger than the limit; what is left of it is
 * not read, and the connection is closed.
 *
 * @param onPart Called for each part that arrives.
 */
export async function readBody(
  response: Response,
  limit: number,
  onPart: () => void,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(response.headers.get('content-length')) > limit) {
    await response.body?.cancel();
    return undefined;
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  for (;;) {
    const part = (await reader?.read())?.value;
    if (part === undefined) return joined(parts, length);
    onPart();
    length += part.byteLength;
    if (length > limit) {
      await reader?.cancel();
      return undefined;
    }
    parts.push(part);
    // What comes faster than it is read would else leave no time to anything else.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
}
