# SPDX-License-Identifier: Apache-2.0
"""Tries what the unit's sandbox must refuse, and what it must allow; prints `NAME: allowed|refused` for each.

It is run twice: in the unit's place, and as alice without any sandbox. What is refused in both proves nothing.
"""

import ctypes
import mmap
import os
import shutil
import socket
import stat
import subprocess

HOME = os.environ["HOME"]
STATE = f"{HOME}/.local/state/hydrated"
RUNTIME = os.environ["XDG_RUNTIME_DIR"]
libc = ctypes.CDLL(None, use_errno=True)
CLONE_NEWUSER, ADD_KEY, IOPRIO_SET, PERSONALITY_NO_RANDOM = 0x10000000, 248, 251, 0x0040000


def call(result):
    """The result of a C function; -1 is raised as what errno says."""
    if result == -1:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result


def write(path):
    with open(path, "w", encoding="utf-8"):
        os.remove(path)


def socket_of(family, kind=socket.SOCK_DGRAM):
    socket.socket(family, kind).close()


def in_child(action):
    """For what must not change this process: the child's exit says whether it could."""
    pid = os.fork()
    if pid == 0:
        try:
            action()
        except OSError:
            os._exit(1)
        os._exit(0)
    if os.waitpid(pid, 0)[1] != 0:
        raise PermissionError


def run_own_program(folder):
    program = f"{folder}/program"
    shutil.copy("/bin/true", program)
    try:
        subprocess.run([program], check=True)
    finally:
        os.remove(program)


def executable_memory():
    mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC).close()


def written_then_executable():
    memory = mmap.mmap(-1, 4096)
    address = ctypes.addressof(ctypes.c_char.from_buffer(memory))
    call(libc.mprotect(ctypes.c_void_p(address), 4096, mmap.PROT_READ | mmap.PROT_EXEC))


def set_user_bit():
    path = f"{STATE}/file"
    with open(path, "w", encoding="utf-8"):
        pass
    try:
        os.chmod(path, stat.S_ISUID | 0o700)
    finally:
        os.remove(path)


def see(path):
    os.stat(path)


def read_environment_of_others():
    """Of any other process of the same user, such as the bus; the last refusal tells, if none could be read."""
    refusal = PermissionError()
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.stat(f"/proc/{pid}").st_uid == os.getuid() and int(pid) != os.getpid():
                with open(f"/proc/{pid}/environ", "rb") as file:
                    file.read()
                return
        except OSError as error:
            refusal = error
    raise refusal


def make_control_group():
    """Anywhere in the tree that is delegated to the user's manager."""
    with open("/proc/self/mountinfo", encoding="utf-8") as file:
        mount = next(line.split()[4] for line in file if " - cgroup2 " in line)
    with open("/proc/self/cgroup", encoding="utf-8") as file:
        path = next(line.strip().removeprefix("0::") for line in file if line.startswith("0::"))
    manager = path[: path.index("user@") + len("user@1000.service")]
    os.mkdir(f"{mount}{manager}/step.slice")
    os.rmdir(f"{mount}{manager}/step.slice")


def own_namespace(kind):
    # The lane passes what the user manager lives in; a namespace of one's own is another.
    if os.readlink(f"/proc/self/ns/{kind}") != os.environ[f"OUTER_{kind.upper()}"]:
        raise PermissionError


def gain_privileges():
    with open("/proc/self/status", encoding="utf-8") as file:
        if "NoNewPrivs:\t1" in file.read():
            raise PermissionError


def set_clock():
    # An impossible clock: without a filter the kernel looks at it and finds it invalid.
    try:
        call(libc.clock_settime(4711, ctypes.byref((ctypes.c_long * 2)())))
    except OSError as error:
        if error.errno == 1:
            raise


def add_key():
    call(libc.syscall(ADD_KEY, b"user", b"step", b"x", ctypes.c_size_t(1), -3))


FORBIDDEN = {
    "write into the home directory": lambda: write(f"{HOME}/file"),
    "write into its own configuration": lambda: write(f"{HOME}/.config/file"),
    "write into the runtime directory": lambda: write(f"{RUNTIME}/file"),
    "see another's temporary file": lambda: see("/tmp/step-marker"),
    "see another's lasting temporary file": lambda: see("/var/tmp/step-marker"),
    "open a device": lambda: os.close(os.open("/dev/step-device", os.O_RDONLY)),
    "open an internet socket": lambda: socket_of(socket.AF_INET),
    "open an IPv6 socket": lambda: socket_of(socket.AF_INET6),
    "open a netlink socket": lambda: socket_of(socket.AF_NETLINK, socket.SOCK_RAW),
    "share the network of others": lambda: own_namespace("net"),
    "share the message queues of others": lambda: own_namespace("ipc"),
    "share the host name of others": lambda: own_namespace("uts"),
    "share the users of others": lambda: own_namespace("user"),
    "make a namespace": lambda: in_child(lambda: call(libc.unshare(CLONE_NEWUSER))),
    "run a program it wrote beside the diary": lambda: run_own_program(STATE),
    "run a program it wrote to /tmp": lambda: run_own_program("/tmp"),
    "run a program it wrote to /var/tmp": lambda: run_own_program("/var/tmp"),
    "run a program it wrote to /dev/shm": lambda: run_own_program("/dev/shm"),
    "change its own program": lambda: os.close(os.open(os.environ["PROGRAM"], os.O_WRONLY)),
    "map memory to write and execute": executable_memory,
    "execute what it wrote to memory": written_then_executable,
    "make a file run as its owner": set_user_bit,
    "read the environment of other processes": read_environment_of_others,
    "read the kernel's symbols": lambda: os.close(os.open("/proc/kallsyms", os.O_RDONLY)),
    "make a control group": make_control_group,
    "trace another process": lambda: in_child(lambda: call(libc.ptrace(0, 0, 0, 0))),
    "change its personality": lambda: in_child(lambda: call(libc.personality(PERSONALITY_NO_RANDOM))),
    "change its scheduling": lambda: in_child(lambda: os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))),
    "change its priority": lambda: in_child(lambda: os.setpriority(os.PRIO_PROCESS, 0, 19)),
    "set the clock": set_clock,
    "change the owner of its files": lambda: os.chown(STATE, os.getuid(), os.getgid()),
    "gain privileges": gain_privileges,
    "reach the kernel's key store": add_key,
}

NEEDED = {
    "write the diary's directory": lambda: write(f"{STATE}/file"),
    "read the configuration": lambda: see(f"{HOME}/.config"),
    "read the time zone": lambda: see("/etc/localtime"),
    "start notify-send": lambda: subprocess.run(["notify-send", "--version"], check=True, capture_output=True),
    "call the session bus": lambda: subprocess.run(["busctl", "--user", "list"], check=True, capture_output=True),
    "call the system bus": lambda: subprocess.run(["busctl", "--system", "list"], check=True, capture_output=True),
    "ask who is logged in": lambda: os.listdir("/run/systemd/users"),
}

if __name__ == "__main__":
    for group, attempts in (("forbidden", FORBIDDEN), ("needed", NEEDED)):
        for name, action in attempts.items():
            try:
                action()
                outcome = "allowed"
            except (OSError, subprocess.CalledProcessError) as error:
                outcome = f"refused ({error})"
            print(f"{group}: {name}: {outcome}", flush=True)
