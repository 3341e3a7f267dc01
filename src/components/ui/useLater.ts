import { useEffect, useState } from 'react'

/** What `load` brings, once something needs it; null until then. For what few pages show and none should wait for. */
export const useLater = <Loaded>(load: () => Promise<Loaded>, isNeeded: boolean): Loaded | null => {
  const [loaded, setLoaded] = useState<Loaded | null>(null)

  useEffect(() => {
    if (isNeeded) {
      void load().then((found) => setLoaded(() => found))
    }
  }, [isNeeded, load])

  return loaded
}
