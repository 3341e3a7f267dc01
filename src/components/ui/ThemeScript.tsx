import { THEME_KEY } from './themeChoice'

const SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`

/** Goes into `head`: sets the chosen theme before anything is painted. The root element needs `suppressHydrationWarning`. */
export const ThemeScript = ({ nonce }: { nonce?: string }) => (
  <script dangerouslySetInnerHTML={{ __html: SCRIPT }} nonce={nonce} />
)
