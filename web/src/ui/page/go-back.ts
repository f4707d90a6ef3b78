interface Trail {
  /** Whether the page before this one is of this site too. */
  readonly canGoBack: boolean
}

/** A page that was opened by a link from outside has none before it: back then leads to the first screen. */
export const goBack = (home: () => void): void => {
  const trail = (window as { navigation?: Trail }).navigation
  if (trail?.canGoBack ?? history.length > 1) history.back()
  else home()
}
