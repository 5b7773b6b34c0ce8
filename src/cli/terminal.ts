import pc from 'picocolors';

/** Where a command writes, and what it knows of the terminal. Tests hand in their own. */
export type Terminal = {
  /** What was asked for: standard output. False where it is full, and `drained` tells when it is not. */
  readonly out: (text: string) => unknown;
  readonly drained?: NodeJS.EventEmitter;
  /** Progress, notices and errors: standard error. */
  readonly err: (text: string) => void;
  /** True where the output is a person's terminal: colours and progress then. */
  readonly isTerminal: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Resolves when the user asks to stop (Ctrl-C). */
  readonly stopped: Promise<void>;
};

export type Colours = ReturnType<typeof pc.createColors>;

export function coloursFor({ isTerminal, env }: Terminal): Colours {
  return pc.createColors(isTerminal && !env.NO_COLOR);
}

/** A line of progress that a terminal overwrites; nothing where the output is piped. */
export class Progress {
  readonly #terminal: Terminal;
  #shown = false;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  show(place: number, total: number, name: string): void {
    if (!this.#terminal.isTerminal) return;
    const width = 20;
    const done = total === 0 ? width : Math.round((width * place) / total);
    this.#terminal.err(
      `\r\u001b[K${'█'.repeat(done)}${'░'.repeat(width - done)} ${place}/${total} ${name.slice(0, 50)}`,
    );
    this.#shown = true;
  }

  clear(): void {
    if (this.#shown) this.#terminal.err('\r\u001b[K');
    this.#shown = false;
  }
}
