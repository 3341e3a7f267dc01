/** Facts for search engines, in the vocabulary of schema.org. Safe inside its element whatever a title contains. */
export const JsonLd = ({ data }: { data: object }) => (
  <script
    dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', String.raw`\u003c`) }}
    type="application/ld+json"
  />
)
