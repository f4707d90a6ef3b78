import './consent.css'
import { useState } from 'preact/hooks'
import { useCoreWords } from '../../messages/use-words.ts'
import { Button } from '../action/button.tsx'
import { Icon } from '../icon.tsx'
import { RowLine, Rows } from '../page/rows.tsx'

export type ConsentAnswer = 'agreed' | 'refused'

export interface ConsentItem {
  readonly key: string
  readonly title: string
  /** What is taken, who sees it, what for, until when. */
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  /** What a refusal means. */
  readonly ifRefused: string
  readonly answer: ConsentAnswer | null
}

export interface ConsentListProps {
  readonly items: readonly ConsentItem[]
  readonly onAnswer: (key: string, answer: ConsentAnswer) => void
}

const Asked = ({
  item,
  onAnswer,
}: {
  readonly item: ConsentItem
  readonly onAnswer: (answer: ConsentAnswer) => void
}) => {
  const { consent } = useCoreWords()
  return (
    <li class="consent">
      <h3>{item.title}</h3>
      <dl>
        {item.facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div class="consent__answers">
        <Button size="big" onClick={() => onAnswer('refused')}>
          {consent.refuse}
        </Button>
        <Button size="big" onClick={() => onAnswer('agreed')}>
          {consent.agree}
        </Button>
      </div>
      <p class="small soft">{item.ifRefused}</p>
    </li>
  )
}

/** One at a time; both answers look alike and none is chosen beforehand. An answer can be changed. */
export const ConsentList = ({ items, onAnswer }: ConsentListProps) => {
  const { consent } = useCoreWords()
  const [changing, change] = useState<string | null>(null)
  const asked = changing ?? items.find(({ answer }) => answer === null)?.key
  return (
    <Rows>
      {items.map((item) => {
        if (item.key === asked) {
          const answer = (given: ConsentAnswer) => {
            change(null)
            onAnswer(item.key, given)
          }
          return <Asked key={item.key} item={item} onAnswer={answer} />
        }
        if (item.answer === null) {
          return <RowLine key={item.key} lead="ask" title={item.title} note={consent.waiting} plain />
        }
        const agreed = item.answer === 'agreed'
        return (
          <RowLine
            key={item.key}
            lead={<Icon name={agreed ? 'check' : 'x'} {...(agreed ? { class: 'jade' } : {})} />}
            title={item.title}
            note={agreed ? <span class="jade">{consent.agreed}</span> : consent.refused}
            end={
              <Button look="quiet" label={`${consent.change}：${item.title}`} onClick={() => change(item.key)}>
                {consent.change}
              </Button>
            }
          />
        )
      })}
    </Rows>
  )
}
