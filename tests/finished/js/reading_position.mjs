// Saves reading positions in foliate-js, or opens a book at saved ones, and prints JSON {answers, problems}.
// Usage: CHROMIUM=… MODULES=…/node_modules node reading_position.mjs BOOK.epub save '[["text/the-lamp.xhtml", "words in it"], …]'
//        answers: [CFI, …]
//        … reading_position.mjs BOOK.epub open '[CFI, …]'
//        answers: [[words at the place, words on the screen], …]
import { launched, opened, serve } from './server.mjs'

const [book, mode, asked] = process.argv.slice(2)
const { base, close } = await serve(book)
const browser = await launched()
const { page, problems } = await opened(browser, base, 'foliate')
const answers = await page.evaluate(async (mode, asked) => {
  const view = window.reader.view, answers = []
  for (const one of asked) {
    if (mode === 'save') {
      const [href, words] = one
      const section = view.book.sections.find(each => each.id.endsWith(href))
      await view.goTo(view.book.sections.indexOf(section))
      const { doc, index } = view.renderer.getContents()[0]
      const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT)
      let node = walker.nextNode()
      while (node && !node.data.includes(words)) node = walker.nextNode()
      if (!node) { answers.push(null); continue }
      const range = doc.createRange(), at = node.data.indexOf(words)
      range.setStart(node, at)
      range.setEnd(node, at + words.length)
      answers.push(view.getCFI(index, range))
    } else {
      await view.goTo(one)
      const { index, anchor } = view.resolveCFI(one)
      const contents = view.renderer.getContents()[0]
      const is_there = contents && contents.index === index
      let at = ''
      try { at = is_there ? anchor(contents.doc).toString() : '' } catch { at = '' }
      answers.push([at, view.lastLocation?.range?.toString() ?? ''])
    }
  }
  return answers
}, mode, JSON.parse(asked))
console.log(JSON.stringify({ answers, problems }))
await browser.close()
close()
