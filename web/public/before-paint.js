// Blocks the first paint for a moment so that nobody sees the wrong theme, size or language: a file, because the page allows no inline script.
;(() => {
  let kept = {}
  try {
    kept = JSON.parse(localStorage.getItem('shequtong.preferences') ?? '{}') ?? {}
  } catch {}
  const html = document.documentElement
  const night = matchMedia('(prefers-color-scheme: dark)').matches
  html.dataset.theme = kept.theme === 'dark' || (kept.theme !== 'light' && night) ? 'dark' : 'light'
  html.dataset.mode = kept.mode === 'elder' ? 'elder' : 'standard'
  html.lang = kept.language === 'en' ? 'en' : 'zh-CN'
})()
