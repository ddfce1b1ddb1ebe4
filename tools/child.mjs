import { spawn } from 'node:child_process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end and passes on the signals that we get meanwhile. Resolves with its exit code, or with the signal that
 * ended it or us; rejects when it cannot be started. `started` is told its process number.
 */
export function runToEnd(command, args, options, started = () => {}) {
  const child = spawn(command, args, options);
  if (child.pid !== undefined) started(child.pid);
  let received;
  const passOn = (signal) => {
    received = signal;
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ code, signal: signal ?? undefined, received }));
  }).finally(() => {
    for (const signal of signals) process.off(signal, passOn);
  });
}

/** Ends this process as a child of it ended. */
export function endLike({ code, signal }) {
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = code;
}
