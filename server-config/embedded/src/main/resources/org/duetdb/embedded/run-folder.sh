# Removes a run folder when its owner, the process at the other end of standard input, closes it or dies.
#
#   run-folder.sh <folder> <patience in seconds>
#
# Commands on a leash that work in the folder have a hold on it, a folder in <folder>/holds. They are waited for, so
# that nothing is removed under a server that is just stopping; but not for ever.

folder=$1 tenths=$(($2 * 10))
trap '' HUP INT QUIT TERM

cat >/dev/null
while [ -d "$folder/holds" ] && ! rmdir "$folder/holds" && [ "$tenths" -gt 0 ]; do
    sleep 0.1
    tenths=$((tenths - 1))
done
rm -rf "$folder"
