# Runs a command that does not outlive its owner, the process at the other end of standard input.
#
#   leash.sh <stop signal> <grace in seconds> <hold> <command> [argument...]
#
# The command takes the place of this shell, so its process id is the one its owner started. Beside it a watcher reads
# the names of signals, line by line, and sends them to the command.
#
# The input ends when the owner has died, however it died, or when the command has ended. A command that is still there
# is then sent the stop signal, and is killed if that is not enough within the grace. In the end the watcher gives up
# its hold: an empty folder by which it keeps the run folder from being removed, or '' if it needs none.
#
# Only the watcher ignores signals. The command has its signals as the owner had them: one that is ignored when a
# program starts may stay ignored, and the program could then not be stopped.

signal=$1 grace=$2 hold=$3
shift 3
command=$$

# A process that has ended but that nobody has waited for (a container without an init) is not running.
running() {
    kill -0 "$command" && ! grep -q '^State:[[:space:]]*Z' "/proc/$command/status"
}

stop() {
    kill -s "$signal" "$command"
    tenths=$((grace * 10))
    while running && [ "$tenths" -gt 0 ]; do
        sleep 0.1
        tenths=$((tenths - 1))
    done
    while running; do
        kill -s KILL "$command"
        sleep 0.1
    done
}

watch() {
    trap '' HUP INT QUIT TERM
    while read -r name; do
        kill -s "$name" "$command"
    done
    ! running || stop
    [ -z "$hold" ] || rmdir "$hold"
}

# Standard input of a background command is /dev/null, whatever it was; so the watcher's goes by another number. The outer
# parentheses make the watcher an orphan: it is no child that the command would be surprised to have. Its output goes by
# exec: redirecting the function would keep a copy of the command's, and whoever reads that would not see its end.
exec 3<&0 </dev/null
(
    (
        exec <&3 3<&- >/dev/null 2>&1
        watch
    ) &
)
exec 3<&-
exec "$@"
