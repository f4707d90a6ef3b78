import './people.css'
import type { ComponentChildren } from 'preact'
import { useCoreWords } from '../../messages/use-words.ts'
import { Icon } from '../icon.tsx'
import { Face } from './face.tsx'
import { RoleBadge } from './role-badge.tsx'

export interface Badge {
  readonly label: string
  readonly duty?: boolean
}

export interface WhoProps {
  /** The shown name, building first: "92号楼 吴女士". */
  readonly name: string
  /** Someone who must answer: an ink square for a face. */
  readonly duty?: boolean
  readonly verified?: boolean
  readonly badges?: readonly Badge[]
  /** Place and time. */
  readonly meta?: ComponentChildren
  readonly size?: 'normal' | 'small'
  /** Right of the words. */
  readonly end?: ComponentChildren
}

export const Who = ({ name, duty = false, verified = false, badges = [], meta, size = 'normal', end }: WhoProps) => {
  const { people } = useCoreWords()
  return (
    <div class="who">
      <Face name={name} duty={duty} size={size} />
      <div class="who__words">
        <div class="who__name">
          <span>{name}</span>
          {verified && (
            <span class="who__verified" title={people.verified}>
              <Icon name="verified" size="word" />
              <span class="visually-hidden">{people.verified}</span>
            </span>
          )}
          {badges.map((badge) => (
            <RoleBadge key={badge.label} {...badge} />
          ))}
        </div>
        {meta !== undefined && <div class="who__meta">{meta}</div>}
      </div>
      {end}
    </div>
  )
}
