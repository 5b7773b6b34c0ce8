/**
 * True where a text opens like a web page: a doctype, or a tag that only pages open with. A text that merely mentions a tag
 * further down is none.
 */
export function opensLikeHtml(text: string): boolean {
  const opening = text.slice(0, 2000).replace(/^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*/u, '');
  return /^<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|article|main|section|header|div|p|h[1-6]|table)(?=[\s>/])/iu.test(
    opening,
  );
}

/** True where a tag stands anywhere: enough for a file whose name says HTML. */
export function holdsTags(text: string): boolean {
  return /<(?:html|body|div|p|br|h[1-6]|article|span|a|table)(?=[\s>/])/iu.test(text);
}
