/** Where a reader's choice of light or dark is kept in the browser, and by which attribute a page shows it. */
export const THEME_KEY = 'theme'

/** The same of how close things stand. */
export const DENSITY_KEY = 'density'

/** Sets what was chosen before anything is painted; for the head of a page. */
export const THEME_SCRIPT = `try{var l=localStorage,d=document.documentElement.dataset,t=l.getItem('${THEME_KEY}');if(t==='light'||t==='dark')d.theme=t;if(l.getItem('${DENSITY_KEY}')==='compact')d.density='compact'}catch(e){}`
