import './ui/tokens.css'
import './ui/base.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { readyWords } from './messages/use-words.ts'
import { reloadWhenStale } from './session/stale-app.ts'

reloadWhenStale()

const root = document.getElementById('app')
if (root !== null) void readyWords().then(() => render(<App />, root))
