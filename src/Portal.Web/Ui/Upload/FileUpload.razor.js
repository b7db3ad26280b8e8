// Streams a file by XMLHttpRequest, the one browser interface that tells how much has been sent.
export function attach(root, page) {
  const input = root.querySelector('input[type=file]');
  const drop = root.querySelector('.drop');
  const listeners = new AbortController();
  let url = '';
  let method = 'POST';
  let request = null;

  const size = bytes => {
    const units = ['B', 'kB', 'MB', 'GB'];
    let step = 0;
    while (bytes >= 1000 && step < units.length - 1) { bytes /= 1000; step++; }
    const digits = { maximumFractionDigits: step ? 1 : 0 };
    return `${bytes.toLocaleString(document.documentElement.lang, digits)} ${units[step]}`;
  };

  const progress = (sent, total) => {
    const bar = root.querySelector('progress');
    const figures = root.querySelector('[data-figures]');
    if (bar) { bar.value = total ? sent / total : 1; }
    if (figures) { figures.textContent = `${size(sent)} / ${size(total)}`; }
  };

  const parse = text => {
    try { return JSON.parse(text); } catch { return null; }
  };

  const send = async file => {
    if (!file || request) { return; }
    const current = new XMLHttpRequest();
    request = current;
    await page.invokeMethodAsync('StartedAsync', file.name);
    current.open(method, new URL(url, document.baseURI));
    current.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    current.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    current.setRequestHeader('X-Portal-Token', document.querySelector('meta[name=portal-token]')?.content ?? '');
    current.upload.addEventListener('progress', e => progress(e.loaded, e.total || file.size));
    const end = cancelled => {
      request = null;
      input.value = '';
      if (!listeners.signal.aborted) {
        page.invokeMethodAsync('EndedAsync', current.status, parse(current.responseText), cancelled);
      }
    };
    current.addEventListener('load', () => { progress(file.size, file.size); end(false); });
    current.addEventListener('error', () => end(false));
    current.addEventListener('abort', () => end(true));
    progress(0, file.size);
    current.send(file);
  };

  const on = (target, name, handler) => target.addEventListener(name, handler, { signal: listeners.signal });
  on(input, 'change', () => send(input.files[0]));
  on(drop, 'dragover', e => { e.preventDefault(); root.toggleAttribute('data-over', true); });
  on(drop, 'dragleave', () => root.toggleAttribute('data-over', false));
  on(drop, 'drop', e => {
    e.preventDefault();
    root.toggleAttribute('data-over', false);
    send(e.dataTransfer.files[0]);
  });
  on(window, 'beforeunload', e => { if (request) { e.preventDefault(); } });

  return {
    target: (nextUrl, nextMethod) => {
      url = nextUrl;
      method = nextMethod;
      send(input.files[0]); // Whoever was faster than the page has chosen already.
    },
    stop: () => request?.abort(),
    dispose: () => { listeners.abort(); request?.abort(); },
  };
}
