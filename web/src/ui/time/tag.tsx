import './tag.css'
import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-paths.ts'

/** `time`: a clock runs. `late`: it ran out. `done`: answered, agreed. `still`: no hurry. `plain`: a word in a frame, such as 等您. */
export type TagTone = 'time' | 'late' | 'done' | 'still' | 'plain'

const icons: Partial<Record<TagTone, IconName>> = { time: 'clock', late: 'clock', done: 'check' }

export interface TagProps {
  readonly tone?: TagTone
  readonly children: ComponentChildren
  readonly icon?: IconName
  /** A whole sentence: goes on in a second line where the first is full. */
  readonly long?: boolean
}

/** A word in a frame; a colour always has its shape beside it. */
export const Tag = ({ tone = 'plain', children, icon = icons[tone], long = false }: TagProps) => (
  <span class={`tag tag--${tone}${long ? ' tag--long' : ''}`}>
    {icon !== undefined && <Icon name={icon} size="word" />}
    {children}
  </span>
)
