import { QueryCache, QueryClient } from '@tanstack/react-query';
import { mayRetry, needsSignIn } from './problem.ts';

/** The cache of answers. `onSessionEnded` is called when the server no longer knows the session. */
export function createQueryClient(onSessionEnded: () => void): QueryClient {
  const ended = (error: unknown): void => {
    if (needsSignIn(error)) onSessionEnded();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: ended }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (failures, error) => failures < 2 && mayRetry(error), refetchOnWindowFocus: false },
      mutations: { onError: ended },
    },
  });
}
