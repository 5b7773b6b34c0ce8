/**
 * The part of the DOM that intake asks of linkedom. Our own types, since TypeScript's DOM library would put browser globals
 * into every room.
 */
export type PageNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly previousSibling: PageNode | null;
  readonly parentNode: PageNode | null;
};

export type PageElement = PageNode & {
  readonly id: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  removeAttribute(name: string): void;
  querySelectorAll(selectors: string): Iterable<PageElement>;
  closest(selectors: string): PageElement | null;
  append(...nodes: readonly PageNode[]): void;
  remove(): void;
};

export type PageDocument = {
  readonly documentElement: PageElement;
  /** linkedom makes one where the page has none. */
  readonly body: PageElement;
  querySelector(selectors: string): PageElement | null;
  querySelectorAll(selectors: string): Iterable<PageElement>;
  getElementsByTagName(name: string): { readonly length: number };
};
