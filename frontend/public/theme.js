// Runs before the first paint, so that a stored choice never flashes, and says when the landing may be drawn before the application is there. Loaded as a file: the content policy allows no inline script.
(function () {
  var root = document.documentElement;
  var system = matchMedia('(prefers-color-scheme: dark)');
  function apply() {
    var kept = null;
    try {
      kept = localStorage.getItem('pitchey-theme');
    } catch {
      // Storage can be closed in private windows: the system preference then decides.
    }
    var theme = kept === 'dark' || kept === 'light' ? kept : system.matches ? 'dark' : 'light';
    root.dataset.theme = theme;
    var meta = document.querySelector('meta[name="theme-color"]');
    if (meta) meta.setAttribute('content', theme === 'dark' ? '#131210' : '#faf8f4');
  }
  apply();
  // Whoever was in a portal has another bar: for them the application draws it.
  try {
    if (location.pathname === '/' && localStorage.getItem('pitchey-portal') === null) root.dataset.first = 'landing';
  } catch {
    // As above: the application then draws everything.
  }
  system.addEventListener('change', apply);
  addEventListener('storage', apply);
  addEventListener('pitchey-theme', apply);
})();
