import subprocess
import sys

CALLS = 10_000

SCRIPT = f"""
from PySide6.QtWidgets import QApplication, QLabel

application = QApplication([])
label = QLabel()
for number in range({CALLS}):
    label.setText(str(number))
print(label.text())
"""


def test_ten_thousand_calls_that_return_nothing_leave_the_process_alive():
    """PySide6 6.12.0 drops a reference to None on each: below Python 3.12 the process aborts."""
    child = subprocess.run(
        [sys.executable, "-c", SCRIPT], check=False, capture_output=True, text=True
    )

    assert child.returncode == 0, child.stderr
    assert child.stdout == f"{CALLS - 1}\n"
