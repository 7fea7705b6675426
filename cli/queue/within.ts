/** What was asked for, if it comes in so many milliseconds; else the error. A later answer, or failure, is nobody's. */
export function within<T>(milliseconds: number, asked: Promise<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), milliseconds);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
