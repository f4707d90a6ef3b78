import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-paths.ts'
import { RowLine, Rows } from './rows.tsx'
import { Section } from './section.tsx'

export interface FactsProps {
  readonly title: string
  readonly facts: readonly string[]
  readonly icon: IconName
}

/** A few plain facts under a heading: what will happen, or what is inside. */
export const Facts = ({ title, facts, icon }: FactsProps) => (
  <Section title={title}>
    <Rows>
      {facts.map((fact) => (
        <RowLine key={fact} lead={<Icon name={icon} class="jade" />} title={fact} plain />
      ))}
    </Rows>
  </Section>
)
