// Opens an EPUB in foliate-js and prints what Chromium tells a screen reader of each document, and where notes lead.
// Usage: CHROMIUM=… MODULES=…/node_modules node listen.mjs BOOK.epub
// Prints JSON {documents: [[{role, name, level, depth}, …], …], notes: [{there, back}, …], problems}.
import { launched, opened, serve } from './server.mjs'

const { base, close } = await serve(process.argv[2])
const browser = await launched()
const { page, problems } = await opened(browser, base, 'foliate')
const session = await page.createCDPSession()
await session.send('Accessibility.enable')

// The tree in reading order, without what is ignored and without the boxes of single lines.
function read(nodes) {
  const byId = new Map(nodes.map(node => [node.nodeId, node]))
  const said = []
  const walk = (node, depth) => {
    if (!node || node.role?.value === 'InlineTextBox') return
    const level = node.properties?.find(one => one.name === 'level')?.value.value
    if (!node.ignored) said.push({ role: node.role?.value ?? '', name: node.name?.value ?? '', level: level ?? 0, depth })
    for (const child of node.childIds) walk(byId.get(child), depth + 1)
  }
  walk(nodes[0], 0)
  return said
}

const documents = []
const notes = []
const count = await page.evaluate(() => window.reader.info.documents)
for (let index = 0; index < count; index++) {
  await page.evaluate(number => window.reader.show(number), index)
  const frame = page.frames().find(one => one !== page.mainFrame())
  const { nodes } = await session.send('Accessibility.getFullAXTree', { frameId: frame._id })
  documents.push(read(nodes))
  notes.push(...await page.evaluate(async () => {
    const { view } = window.reader
    const [{ doc }] = view.renderer.getContents()
    // Presses a link as a keyboard does, and tells whether its target is then on the page that is shown.
    const followed = async link => {
      const target = doc.getElementById(link?.getAttribute('href').slice(1))
      if (!target) return false
      const moved = new Promise(done => view.addEventListener('relocate', done, { once: true }))
      link.focus()
      if (doc.activeElement !== link) return false
      link.click()
      await moved
      return view.lastLocation.range.intersectsNode(target)
    }
    const found = []
    for (const call of doc.querySelectorAll('[role="doc-noteref"]')) {
      const there = await followed(call)
      const note = doc.getElementById(call.getAttribute('href').slice(1))
      const back = note?.querySelector('[role="doc-backlink"]')
      found.push({ there, back: back?.getAttribute('href') === `#${call.id}` && await followed(back) })
    }
    return found
  }))
}
console.log(JSON.stringify({ documents, notes, problems }))
await browser.close()
close()
