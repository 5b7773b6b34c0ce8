import { createServer, type Server } from 'node:net';

/** A lock that the kernel frees when its process dies, however it dies. */
export type KernelLock = { readonly free: () => Promise<void> };

/** Takes the lock of that name (see `kernelLockName`); null where a live process of our scope has it. */
export function takeKernelLock(name: string): Promise<KernelLock | null> {
  return new Promise((resolve, reject) => {
    // Listening is the lock; whoever calls is sent away.
    const server: Server = createServer((caller) => caller.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(name, () => {
      server.unref();
      resolve({ free: () => new Promise((freed) => server.close(() => freed())) });
    });
  });
}
