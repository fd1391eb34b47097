// What a roadmap's page needs: its charts and its list.

import "./chart.js";
import "./filter.js";
