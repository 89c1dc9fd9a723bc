/** Repeats a check until it holds; its last complaint is thrown when time is up. */
export async function eventually(check: () => void | Promise<void>, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
