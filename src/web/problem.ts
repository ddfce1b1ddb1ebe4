import { ORPCError } from '@orpc/client';
import { z } from 'zod';
import type { Language } from '#kernel/text.ts';
import { inLanguageOfScreen } from '#modules/areas/web/parts/names.ts';

/** A problem as the server tells it. */
const Told = z.object({ code: z.string(), vi: z.string(), en: z.string() });

export type ErrorKind = 'problem' | 'offline' | 'fault';

/** What a screen can say about an error: the server's own sentence, or that it could not be reached, or that the program is at fault. */
export function readError(error: unknown, language: Language): { kind: ErrorKind; sentence: string | null; code: string | null } {
  const told = Told.safeParse(error instanceof ORPCError ? inLanguageOfScreen(error.data) : undefined);
  if (told.success) return { kind: 'problem', sentence: told.data[language], code: told.data.code };
  if (isUnreachable(error)) return { kind: 'offline', sentence: null, code: null };
  return { kind: 'fault', sentence: null, code: null };
}

/** Browsers throw a TypeError when no answer came; a gateway answers 502 to 504. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof ORPCError) return error.status >= 502 && error.status <= 504;
  return error instanceof TypeError && (!navigator.onLine || /fetch|network|load failed/i.test(error.message));
}

export const needsSignIn = (error: unknown): boolean => error instanceof ORPCError && error.status === 401;

/** Whether asking again may help: not when the server has understood and refused. */
export const mayRetry = (error: unknown): boolean => !(error instanceof ORPCError) || error.status >= 500;
