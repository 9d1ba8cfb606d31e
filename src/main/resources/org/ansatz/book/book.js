const search = document.querySelector('#search');
const filters = [...document.querySelectorAll('select')];
const count = document.querySelector('output');
const questions = [...document.querySelectorAll('article')].map(article => ({
  article,
  words: (article.querySelector('h2').textContent + ' ' + article.querySelector('.asked').textContent + ' ' + article.id)
    .toLowerCase(),
}));

function show() {
  const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
  let shown = 0;
  for (const { article, words: own } of questions) {
    const wanted = words.every(word => own.includes(word))
      && filters.every(({ name, value }) => value === '' || article.dataset[name] === value
        || article.dataset[name].startsWith(value + '/'));
    article.hidden = !wanted;
    shown += wanted;
  }
  count.value = shown + (shown === 1 ? ' question' : ' questions');
}

function move(step) {
  const shown = questions.map(({ article }) => article).filter(article => !article.hidden);
  const at = shown.findIndex(article => article === document.activeElement || article.contains(document.activeElement));
  const next = shown[at < 0 ? 0 : Math.min(Math.max(at + step, 0), shown.length - 1)];
  if (next) {
    next.focus();
    next.scrollIntoView({ block: 'start' });
  }
}

function open(kind) {
  const article = document.activeElement.closest('article');
  const folded = article ? [...article.querySelectorAll('details.' + kind)] : [];
  const next = folded.find(each => !each.open);
  if (next) {
    next.open = true;
  } else {
    folded.forEach(each => { each.open = false; });
  }
}

const keys = { j: () => move(1), k: () => move(-1), h: () => open('hint'), s: () => open('solution') };

search.addEventListener('input', show);
filters.forEach(filter => filter.addEventListener('change', show));
document.querySelector('form').addEventListener('submit', event => event.preventDefault());
document.querySelector('#all').addEventListener('click', () => {
  const folded = [...document.querySelectorAll('article:not([hidden]) details')];
  const open = folded.some(each => !each.open);
  folded.forEach(each => { each.open = open; });
});
document.addEventListener('keydown', event => {
  const typing = event.target.matches('input, select, textarea');
  if (event.key === 'Escape' && typing) {
    search.value = '';
    show();
    event.target.blur();
  } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    if (event.key === '/') {
      event.preventDefault();
      search.focus();
    } else if (keys[event.key]) {
      keys[event.key]();
    }
  }
});
show();
