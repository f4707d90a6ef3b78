import './tokens.css'
import './base.css'
import { render } from 'preact'
import { LocationProvider } from 'preact-iso'
import { readyWords } from '../messages/use-words.ts'
import Gallery from './gallery.tsx'

const root = document.getElementById('app')
const show = () =>
  root !== null &&
  render(
    <LocationProvider>
      <Gallery />
    </LocationProvider>,
    root,
  )
void readyWords().then(show)
