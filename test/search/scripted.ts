import { rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';

/** What a stream answers: a number for `uniform`, [k, n] for `below(n)`. */
export type Answer = number | readonly [number, number];

/** A stream whose draws a test chooses, so that what follows from them can be worked out by hand. Draws that were not foreseen throw. */
export class Scripted extends Stream {
  private readonly answers: Answer[];

  constructor(...answers: readonly Answer[]) {
    super(rootKey('scripted'));
    this.answers = [...answers];
  }

  override uniform(): number {
    const answer = this.answers.shift();
    if (typeof answer !== 'number') throw new Error(`uniform() was asked, ${JSON.stringify(answer)} foreseen`);
    return answer;
  }

  override below(n: number): number {
    const answer = this.answers.shift();
    if (typeof answer !== 'object' || answer[1] !== n)
      throw new Error(`below(${n}) was asked, ${JSON.stringify(answer)} foreseen`);
    return answer[0];
  }

  /** Answers that nobody asked for. */
  get left(): number {
    return this.answers.length;
  }
}

/** What `act` gives with these draws, all of which it must make. */
export function drawing<T>(answers: readonly Answer[], act: (stream: Stream) => T): T {
  const stream = new Scripted(...answers);
  const result = act(stream);
  if (stream.left > 0) throw new Error(`${stream.left} draws were not made`);
  return result;
}
