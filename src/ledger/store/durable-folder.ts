import { fdatasyncSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type InitOptions = Parameters<NodeFS['init']>[1];

/** What we hook into: not part of the published types, so the version of PGlite is pinned and a test counts the fsyncs. */
type Emscripten = {
  FS: { filesystems: { NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } } };
};

/**
 * A folder on disk as PGlite's file system, with an fsync that reaches the disk. PGlite's own has none: PostgreSQL would
 * then call a commit durable that is only in the kernel's memory.
 */
export class DurableFolder extends NodeFS {
  /** How many times PostgreSQL has made a file durable. */
  fsyncs = 0;
  readonly #onAbort: () => void;

  /** `onAbort` is called when PostgreSQL gives up in mid-work (a disk that is full): PGlite itself would wait for ever. */
  constructor(folder: string, onAbort: () => void = () => {}) {
    super(folder);
    this.#onAbort = onAbort;
  }

  override async init(pg: PGlite, options: InitOptions): Promise<Awaited<ReturnType<NodeFS['init']>>> {
    const { emscriptenOpts } = await super.init(pg, options);
    const hook = (module: unknown) => {
      (module as Emscripten).FS.filesystems.NODEFS.stream_ops.fsync = (stream) => {
        fdatasyncSync(stream.nfd);
        this.fsyncs++;
        return 0;
      };
    };
    const preRun = [...(emscriptenOpts.preRun ?? []), hook];
    return { emscriptenOpts: { ...emscriptenOpts, preRun, onAbort: this.#onAbort } };
  }
}
