// Looks that belong to the browser, and the life of the connection. Works on static and live pages alike.
(() => {
  const root = document.documentElement;
  const year = 60 * 60 * 24 * 365;
  const remember = (name, value) => {
    const age = value === null ? 0 : year;
    document.cookie = `${name}=${encodeURIComponent(value ?? '')}; path=/; max-age=${age}; samesite=lax`;
  };
  const set = (attribute, value) =>
    value === null ? root.removeAttribute(attribute) : root.setAttribute(attribute, value);

  const dark = () => {
    const chosen = root.getAttribute('data-theme');
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  };

  const closeMenus = except => document.querySelectorAll('details[data-menu][open]').forEach(menu => {
    if (menu !== except) { menu.open = false; }
  });

  const drawer = open => {
    set('data-drawer', open ? 'open' : null);
    document.querySelector('.sidebar')?.toggleAttribute('data-open', open);
    document.querySelectorAll('[data-drawer-toggle]').forEach(b => b.setAttribute('aria-expanded', String(open)));
    if (open) { document.querySelector('.sidebar a')?.focus(); }
  };

  const actions = {
    theme: () => {
      const next = dark() ? 'light' : 'dark';
      set('data-theme', next);
      remember('portal.theme', next);
    },
    nav: () => {
      const next = root.getAttribute('data-nav') === 'collapsed' ? null : 'collapsed';
      set('data-nav', next);
      remember('portal.nav', next);
    },
    drawer: () => drawer(root.getAttribute('data-drawer') !== 'open'),
    'drawer-close': () => drawer(false),
    culture: button => {
      const culture = button.dataset.value;
      remember('portal.culture', `c=${culture}|uic=${culture}`);
      location.reload();
    },
    reload: () => location.reload(),
    reconnect: () => window.Blazor?.reconnect().then(ok => ok || location.reload(), () => location.reload()),
  };

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-action]');
    if (button && actions[button.dataset.action]) { actions[button.dataset.action](button); }
    closeMenus(event.target.closest('details[data-menu]'));
    if (event.target.closest('.sidebar a, details[data-menu] a')) { drawer(false); closeMenus(null); }
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      const menu = document.querySelector('details[data-menu][open]');
      closeMenus(null);
      menu?.querySelector('summary')?.focus();
      if (root.getAttribute('data-drawer') === 'open') {
        drawer(false);
        document.querySelector('[data-drawer-toggle]')?.focus();
      }
    }
  });

  // A circuit that is gone for good can't be had back: the page starts anew.
  document.addEventListener('DOMContentLoaded', () => {
    const panel = document.getElementById('components-reconnect-modal');
    if (!panel) { return; }
    new MutationObserver(() => {
      if (panel.classList.contains('components-reconnect-rejected')) { location.reload(); }
    }).observe(panel, { attributes: true, attributeFilter: ['class'] });
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && panel.classList.contains('components-reconnect-failed')) { actions.reconnect(); }
    });
  });
})();

// Copying and following a log need the browser and nothing of the page.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) { return; }
  const source = document.getElementById(button.dataset.copy);
  const text = 'value' in source ? source.value : source.textContent;
  await navigator.clipboard.writeText(text);
  const label = button.querySelector('span');
  const before = label.textContent;
  label.textContent = button.dataset.done;
  setTimeout(() => { label.textContent = before; }, 1600);
});
new MutationObserver(changes => {
  const logs = new Set(changes.map(c => c.target.closest?.('[data-follow]')).filter(Boolean));
  logs.forEach(log => {
    if (log.scrollHeight - log.scrollTop - log.clientHeight < 120) { log.scrollTop = log.scrollHeight; }
  });
}).observe(document.documentElement, { childList: true, subtree: true });
