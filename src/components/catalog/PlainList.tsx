/** Lines with a dot before each. */
export const PlainList = ({ lines }: { lines: readonly string[] }) => (
  <ul className="flex list-disc flex-col gap-2 ps-5 marker:text-subtle">
    {lines.map((line) => (
      <li key={line}>
        <bdi>{line}</bdi>
      </li>
    ))}
  </ul>
)
