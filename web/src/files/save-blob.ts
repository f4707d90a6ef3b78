/** Hands a file to the browser; the memory is given back once it has been taken. */
export const saveBlob = (blob: Blob, name: string): void => {
  const href = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(href), 1_000)
}
