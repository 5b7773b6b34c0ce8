import './no-eval.ts';
import './app.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { followChanges } from './change.ts';
import { followLinks } from './router.svelte.ts';
import { applySettings } from './settings.svelte.ts';

applySettings();
followLinks();
followChanges();
mount(App, { target: document.getElementById('desk')! });
