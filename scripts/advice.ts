// A failure that is no bug: its message is one sentence that says what to do.

export class Advice extends Error {
  override readonly name = 'Advice';
}

/**
 * Runs a program to its end and makes what it throws the process's last words:
 * advice as its sentence alone, anything else with its stack.
 */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    console.error(error instanceof Advice ? error.message : error);
    process.exitCode = 1;
  }
}
