/** Part of a file of messages, made by the build of the islands. */
declare module '@/messages/*.form.json' {
  const sentences: Record<string, Record<string, string>>
  export default sentences
}
