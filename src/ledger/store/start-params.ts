/**
 * How PostgreSQL starts inside PGlite. Against PGlite's own list, `-F` (fsync off) is gone, and what makes commits
 * durable and keeps the log short stands instead.
 */
export const startParams: readonly string[] = [
  '--single', // must come first
  '-j',
  ...settings({
    // `fsync` calls the hook of DurableFolder; the default method, fdatasync, is a stub in PGlite.
    wal_sync_method: 'fsync',
    // Nothing but us checkpoints in single-user mode (see housekeeping.ts): a long log is a slow start after a crash.
    max_wal_size: '256MB',
    min_wal_size: '32MB',
    // Old log files are deleted, not reused: they hold the words of dispatches that were removed.
    wal_recycle: 'off',
    // Memory of the program that opens the ledger; a single session has little use for the default of 128 MB.
    shared_buffers: '32MB',
    search_path: 'public',
    exit_on_error: 'false',
    log_checkpoints: 'false',
    io_method: 'sync',
    max_worker_processes: '0',
    max_parallel_workers: '0',
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
  }),
];

function settings(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
