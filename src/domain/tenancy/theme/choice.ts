/** Where a reader's choice of light or dark is kept in the browser. */
export const THEME_KEY = 'theme'

/** Sets the chosen theme before anything is painted; for the head of a page. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`
