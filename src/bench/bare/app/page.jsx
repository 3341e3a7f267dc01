/** The static page that cached pages are measured against. */
export default function Page() {
  return (
    <main>
      <h1>A bare page</h1>
      <p>Rendered once, when it was built.</p>
    </main>
  )
}
