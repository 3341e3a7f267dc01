/** How many first bytes are enough to know an SVG; programs that write them may begin with long comments. */
export const SVG_PROLOGUE_BYTES = 4096

/** The largest drawing that is taken, in bytes: logos have a few thousand. */
export const LARGEST_SVG = 1_000_000

const PROLOGUE = /^\uFEFF?(?:\s|<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE\s+svg[^>[]*>)*<svg[\s>]/i

/** Whether a text is an SVG drawing. One that declares entities or a document type of its own is not taken for one. */
export const isSvg = (text: string): boolean => PROLOGUE.test(text) && !/<!ENTITY/i.test(text)
