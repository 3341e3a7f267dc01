declare module 'prismjs' {
  type Stream = string | Stream[] | { content: Stream; type: string }

  const Prism: {
    languages: Record<string, object | undefined>
    tokenize: (text: string, grammar: object) => Stream[]
  }

  export default Prism
}

declare module 'prismjs/components/*'
