import type { Id } from '#kernel/ids.ts';
import { Problem } from '#kernel/problem.ts';
import type { Text } from '#kernel/text.ts';

/** Long work that goes on while its person may leave and come back. */
export interface Job<State> {
  id: Id;
  /** Who began it; nobody else sees it. */
  userId: string | null;
  startedAt: Date;
  state: State;
  progress: { done: number; total: number | null };
  /** Why it could not be finished. */
  failure: (Text & { code: string }) | null;
}

/** Jobs that are kept after they ended, so that their person finds the outcome. */
const kept = 50;

/** The jobs of this process, in memory: a restart ends them, and what they were doing was then not done at all. */
export class Jobs<State> {
  readonly #jobs = new Map<Id, Job<State>>();

  add(id: Id, userId: string | null, now: Date, state: State): Job<State> {
    const job: Job<State> = { id, userId, startedAt: now, state, progress: { done: 0, total: null }, failure: null };
    this.#jobs.set(id, job);
    for (const [old] of [...this.#jobs].slice(0, Math.max(0, this.#jobs.size - kept))) this.#jobs.delete(old);
    return job;
  }

  find(id: Id, userId: string | null): Job<State> | undefined {
    const job = this.#jobs.get(id);
    return job?.userId === userId ? job : undefined;
  }

  /** The jobs of a person, the newest first. */
  of(userId: string | null): Job<State>[] {
    return [...this.#jobs.values()].filter((job) => job.userId === userId).reverse();
  }
}

/** The sentence for a person about an error; what is no Problem is a fault of ours, said so. */
export function failureOf(error: unknown): Text & { code: string } {
  if (error instanceof Problem) return { code: error.code, vi: error.sentence('vi'), en: error.sentence('en') };
  return {
    code: 'INTERNAL_SERVER_ERROR',
    vi: 'Chương trình gặp lỗi nên dừng lại; chưa có gì được ghi. Hãy thử lại, và báo người quản trị nếu lỗi còn.',
    en: 'The program met an error and stopped; nothing was written. Try again, and tell the administrator if it stays.',
  };
}
