import { useState } from 'preact/hooks'
import { CommandGallery } from './gallery/command-gallery.tsx'
import { FormGallery } from './gallery/form-gallery.tsx'
import { PageGallery } from './gallery/page-gallery.tsx'
import { StateGallery } from './gallery/state-gallery.tsx'
import { WorkbenchGallery } from './gallery/workbench-gallery.tsx'

const parts = {
  page: PageGallery,
  form: FormGallery,
  state: StateGallery,
  workbench: WorkbenchGallery,
  command: CommandGallery,
} as const
type Part = keyof typeof parts

const asked = (): Part => {
  const part = new URLSearchParams(location.search).get('part') ?? 'page'
  return part in parts ? (part as Part) : 'page'
}

/** Every component in its states, for the eyes and for the browser tests; never in a production build. */
const Gallery = () => {
  const [part] = useState(asked)
  const Shown = parts[part]
  return <Shown />
}

export default Gallery
