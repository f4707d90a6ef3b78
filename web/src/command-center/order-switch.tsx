import './period.css'
import { commandCenterWords } from '../messages/command-center.ts'
import { useWords } from '../messages/use-words.ts'
import { type Order, orders } from './backlog.ts'
import { useWall } from './use-wall.ts'

export interface OrderSwitchProps {
  readonly order: Order
  readonly choose: (order: Order) => void
}

/** In which order places stand: by their code, or first where people wait. */
export const OrderSwitch = ({ order, choose }: OrderSwitchProps) => {
  const { backlog } = useWords(commandCenterWords)
  if (useWall()) return null
  return (
    <fieldset class="periods">
      <legend class="visually-hidden">{backlog.orderTitle}</legend>
      {orders.map((one) => (
        <button key={one} type="button" class="periods__one" aria-pressed={one === order} onClick={() => choose(one)}>
          {backlog.orders[one]}
        </button>
      ))}
    </fieldset>
  )
}
