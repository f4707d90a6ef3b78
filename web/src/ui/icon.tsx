import { type IconName, iconPaths } from './icon-paths.ts'

export interface IconProps {
  readonly name: IconName
  /** `word` is as tall as the text beside it. */
  readonly size?: 'normal' | 'small' | 'word'
  readonly class?: string
}

/** A drawing beside a word that says the same; where an icon stands alone, its button carries the label. */
export const Icon = ({ name, size = 'normal', class: extra = '' }: IconProps) => (
  <svg class={`icon ${size === 'normal' ? '' : `icon--${size}`} ${extra}`} viewBox="0 0 24 24" aria-hidden="true">
    <path d={iconPaths[name]} />
  </svg>
)
