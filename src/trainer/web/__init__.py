"""The trainer in a browser: who is let in, a process of the app for each window, the pages around it.

The server knows nothing of talks. It lets people in by personal links, starts the app as the person that a link
belongs to, and carries keys and pictures between the browser and the app.
"""
