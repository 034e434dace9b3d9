import type { Component } from 'vue'
import { beforeEach, expect, it } from 'vitest'
import { createApp, h, nextTick, ref } from 'vue'
import DateField from '../../client/base/controls/DateField.vue'
import NumberInput from '../../client/base/controls/NumberInput.vue'
import { followIncident } from '../../client/core/clock.ts'
import { lang } from '../../client/core/language.ts'
import { county as current } from '../../client/core/session.ts'
import { county } from '../support/county.ts'
import { make } from '../support/given.ts'

beforeEach(() => {
  lang.value = 'en'
  current.value = county
  followIncident(make('incident', { id: 'incident' }))
})

/** A control over a value, and its inputs, which are typed into as a person does. */
function show<T>(component: Component, first: T, props: object) {
  const value = ref(first)
  const root = document.createElement('div')
  createApp({ render: () => h(component, { ...props, 'modelValue': value.value, 'onUpdate:modelValue': (next: never) => value.value = next }) }).mount(root)
  const input = (i = 0) => root.querySelectorAll('input')[i]!
  return {
    value,
    root,
    input,
    async type(text: string, i = 0) {
      input(i).value = text
      input(i).dispatchEvent(new Event('input'))
      await nextTick()
      input(i).dispatchEvent(new Event('change'))
      await nextTick()
    },
    async press(key: string, i = 0) {
      input(i).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      await nextTick()
    },
  }
}

it('[SC20] a day and a time that cannot be read are kept as typed, said, and never sent as something else', async () => {
  const field = show(DateField, '2022-05-23T20:00', { label: 'Starts', clock: true, required: true })
  expect([field.input(0).value, field.input(1).value]).toEqual(['Mon, 23 May 2022', '20:00'])
  await field.type('soon')
  expect([field.value.value, field.input(0).value]).toEqual(['', 'soon'])
  expect(field.root.querySelector('.wrong')?.textContent).toContain('24 May')
  expect(field.input(0).validationMessage).toContain('24 May')
  await field.type('2022-05-24')
  expect([field.value.value, field.input(0).value]).toEqual(['2022-05-24T20:00', 'Tue, 24 May 2022'])
  await field.type('25:00', 1)
  expect(field.value.value).toBe('')
  expect(field.input(1).validity.valid).toBe(false)
  await field.press('ArrowUp', 0)
  await field.type('830', 1)
  expect(field.value.value).toBe('2022-05-25T08:30')
  field.value.value = '2023-01-01T00:00'
  await nextTick()
  expect([field.input(0).value, field.input(1).value]).toEqual(['Sun, 1 Jan 2023', '00:00'])
})

it('[SC20] an optional date may be empty, and half of one is not sent', async () => {
  const field = show(DateField, '', { label: 'Until', clock: true })
  expect([field.input(0).validity.valid, field.input(1).validity.valid]).toEqual([true, true])
  await field.type('2022-05-24')
  expect([field.value.value, field.input(1).validity.valid]).toEqual(['', false])
  await field.type('', 0)
  expect(field.input(1).validity.valid).toBe(true)
})

it('[SC20] a number keeps to its limits with a sentence in the language of the page, and full-width digits are digits', async () => {
  const field = show(NumberInput, 5, { min: 1, max: 30, required: true })
  await field.type('２０')
  expect(field.value.value).toBe(20)
  await field.press('PageUp')
  expect([field.value.value, field.input().validity.valid]).toEqual([30, true])
  await field.type('31')
  expect(field.input().validationMessage).toBe('At most 30.')
  await field.type('many')
  expect([Number.isNaN(field.value.value), field.input().value, field.input().validationMessage]).toEqual([true, 'many', 'Write a number.'])
  await field.type('')
  expect(field.input().validationMessage).toBe('Fill in this field.')
  await field.type('2.5')
  expect(field.input().validationMessage).toBe('Write a whole number.')
})
