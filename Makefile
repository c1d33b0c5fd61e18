# 卫健明账：所有日常命令都在这里，CI 也只调用它们。单独运行 make 会显示说明。
# Works with GNU make 3.81 (macOS) and later; recipes are plain POSIX sh.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site test check audit serve hook fuzz measure accuracy speed clean site-env test-env browser

# The interpreter that .venv is made from; empty means the newest suitable one, which is looked for below.
PYTHON ?=
VENV := .venv
BIN := $(VENV)/bin
# Nothing is ever taken from outside the lock, and nothing is compiled on this machine.
LOCKED_INSTALL := -m pip install -qq --disable-pip-version-check --no-input --require-hashes --only-binary :all:

# A finished step leaves a stamp inside .venv holding a checksum of what it was made from. Checksums instead of
# file times, because a checkout changes times; the folder, because an environment does not survive a move.
CHECKSUM = { cat $(1) && echo "$(CURDIR) $(PYTHON)"; } | cksum
IS_DONE = [ "$$(cat $(VENV)/.$(1)-done 2> /dev/null)" = "$$($(call CHECKSUM,$(2)))" ]
MARK_DONE = $(call CHECKSUM,$(2)) > $(VENV)/.$(1)-done
FAILED = { echo; echo "出错了：$(1)"; exit 1; } >&2

help: ## 显示这份说明
	@echo "用法：make <目标>"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "可选：PYTHON=python3.12 指定解释器；LEDGER_CHROMIUM=<路径> 指定测试用的浏览器。"

site: site-env ## 检查内容并生成网站（在 site/ 中）
	@$(BIN)/ledger build

test: test-env browser ## 运行全部测试，包括浏览器测试
	@echo "正在运行全部测试…"
	@$(BIN)/python -m pytest

check: test-env ## 快速检查代码与内容（不需要浏览器）
	@echo "检查格式…" && $(BIN)/ruff format --check --quiet . || $(call FAILED,代码格式不符，请运行 $(BIN)/ruff format . 后再试)
	@echo "检查代码…" && $(BIN)/ruff check --quiet . || $(call FAILED,请按上面的提示修改；一部分可由 $(BIN)/ruff check --fix . 自动改好)
	@echo "检查类型…" && $(BIN)/mypy || $(call FAILED,请按上面的提示修改类型)
	@echo "检查结构…" && $(BIN)/python -m pytest tests/test_architecture.py -q
	@echo "检查内容…" && $(BIN)/ledger check

audit: site ## 列出数字互相核对的结果，检查生成好的网站
	@$(BIN)/ledger audit
	@$(BIN)/ledger gates

serve: site-env ## 在本机预览网站，改了内容立即可见（Ctrl+C 结束）
	@$(BIN)/ledger serve

hook: test-env ## 以后每次提交前自动检查内容
	@$(BIN)/pre-commit install

fuzz: test-env ## 用大量写坏的内容试检查程序（几分钟）
	@$(BIN)/python -m tests.fuzz.run_fuzz

measure: test-env ## 测量生成大型网站所需的时间与内存，以及预览从保存到看见改动的时间
	@$(BIN)/python tests/benchmarks/build_scaling.py
	@$(BIN)/python tests/benchmarks/preview_delay.py --edits 8 --pages 2000

accuracy: test-env ## 对照人工整理的结果，测量导入找全了多少、找错了多少
	@$(BIN)/python -m tests.importing.score || echo "有的没有达到目标：见上面的表和 docs/developers/import-accuracy.md。"

speed: test-env browser ## 在模拟的慢速手机上测量每一类页面、搜索和筛选
	@$(BIN)/ledger build
	@$(BIN)/python -m tests.benchmarks.page_speed --site site
	@$(BIN)/python -m tests.benchmarks.search_weight
	@$(BIN)/python -m tests.benchmarks.tracker_filter
	@$(BIN)/python -m tests.benchmarks.lighthouse_scores --site site

clean: ## 删除生成的网站、环境与缓存（内容不受影响）
	@rm -rf site build $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
	@find hooks charts tests -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "已清理。"

# Each of these adds well under a second when there is nothing to do.

site-env:
	@if ! $(call IS_DONE,base,requirements.txt) || ! $(BIN)/python -c '' 2> /dev/null; then $(MAKE_BASE); fi
	@if ! $(call IS_DONE,project,pyproject.toml); then $(INSTALL_PROJECT); fi

test-env: site-env
	@if ! $(call IS_DONE,dev,requirements-dev.txt); then \
	  echo "正在安装测试工具…"; \
	  $(BIN)/python $(LOCKED_INSTALL) -r requirements-dev.txt || $(call FAILED,$(INSTALL_ADVICE)); \
	  $(call MARK_DONE,dev,requirements-dev.txt); \
	fi

browser: test-env
	@$(BIN)/python tests/browser/setup_browser.py

# The versions that the tests run with come first, the newest before the others. An interpreter is suitable if the
# lock has wheels for it (hence the upper limit) and if it can put pip into a new environment.
IS_SUITABLE := import sys, importlib.util as u; \
  sys.exit(not ((3, 11) <= sys.version_info < (3, 15) and (u.find_spec("pip") or u.find_spec("ensurepip"))))
CANDIDATES = $(or $(PYTHON),python3.13 python3.12 python3.11 python3 python)
PYTHON_ADVICE := 没有找到可用的 Python（需要 3.11 至 3.14，并带有 pip）。Debian 请运行 sudo apt-get install python3 python3-pip；也可用 make PYTHON=<路径> 指定
VENV_ADVICE := 无法建立 Python 环境 $(VENV)。Debian 请运行 sudo apt-get install python3-venv python3-pip 后再试
INSTALL_ADVICE := 依赖没有装好。请检查网络和 pip 的镜像设置，然后重新运行刚才的命令，会从头安装
PROJECT_ADVICE := 项目本身没有装好。请看上面的提示，改好 pyproject.toml 后重新运行刚才的命令

# Debian splits ensurepip off into python3-venv; without it the system's own pip fills the new environment.
define MAKE_BASE
  found=; for python in $(CANDIDATES); do \
    if "$$python" -c '$(IS_SUITABLE)' 2> /dev/null; then found="$$python"; break; fi; \
  done; \
  [ -n "$$found" ] || $(call FAILED,$(PYTHON_ADVICE)); \
  echo "正在准备 Python 环境（$$("$$found" --version)，第一次约需一分钟）…"; \
  rm -rf $(VENV); \
  if "$$found" -m venv $(VENV) > /dev/null 2>&1; then \
    $(BIN)/python $(LOCKED_INSTALL) -r requirements.txt || $(call FAILED,$(INSTALL_ADVICE)); \
  else \
    "$$found" -m venv --clear --without-pip $(VENV) || $(call FAILED,$(VENV_ADVICE)); \
    "$$found" -m pip --python $(BIN)/python $(wordlist 3,99,$(LOCKED_INSTALL)) -r requirements.txt \
      || $(call FAILED,$(INSTALL_ADVICE)); \
  fi; \
  $(call MARK_DONE,base,requirements.txt)
endef

define INSTALL_PROJECT
  $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input --no-index --no-deps \
    --no-build-isolation --editable . || $(call FAILED,$(PROJECT_ADVICE)); \
  $(call MARK_DONE,project,pyproject.toml)
endef
